"""Our own short reports with inline-marked expectations: see docs/howto/add-a-gold-report.md."""
