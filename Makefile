# Two commands carry the project: `make run` and `make test`. The work is in scripts/.
.PHONY: run test soak lint pictures
MAKEFLAGS += --no-print-directory

run:
	@exec sh scripts/with-python.sh scripts/run.py

test:
	@exec sh scripts/with-python.sh scripts/test.py

pictures:
	@.venv/bin/python scripts/pictures.py

soak:
	@exec sh scripts/with-python.sh scripts/test.py --soak

lint:
	@exec sh scripts/with-python.sh scripts/test.py --lint
