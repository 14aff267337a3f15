"""The vocabulary: frozen types that every room shares. They import only each other."""
