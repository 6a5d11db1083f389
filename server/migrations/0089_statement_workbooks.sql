-- An approved Statement of Applicability is kept as a workbook too.
alter table applicability_files drop constraint applicability_files_format_check;
alter table applicability_files add constraint applicability_files_format_check check (format in ('pdf', 'docx', 'xlsx', 'csv'));
