"""What is handed to a printer: the job ticket, the sums of all files, one folder and one archive of it."""
