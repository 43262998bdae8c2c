package org.fxd.sample.todo;

/**
 * A comment that says that something is left to do.
 *
 * @param word which of the words it is marked with, such as {@code TODO}
 * @param text what is to be done; may be empty
 * @param line the line of its file, from 1
 */
record Todo(String word, String text, int line) {}
