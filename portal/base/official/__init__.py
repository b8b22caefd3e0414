"""Official papers in the layout of NĐ 30/2020: components and sizes as data, written as DOCX and as PDF."""
