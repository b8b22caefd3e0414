"""The page cache in front of Django: who asks for what (`asked`), what is kept (`entries`, `memory`), the layer itself
(`layer`), and when time alone changes what readers see (`horizon`). Decision 0017."""
