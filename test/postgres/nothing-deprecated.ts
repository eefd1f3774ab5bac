/** `pg` only warns of a client that is asked for two things at once, and once in a process: a test that does so fails instead. */
process.throwDeprecation = true
