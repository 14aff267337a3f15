"""Where findings are kept: a Writer that adds reports, a View that answers, SQL behind both."""
