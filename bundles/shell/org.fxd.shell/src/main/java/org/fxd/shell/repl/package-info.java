/**
 * The prompt: reading lines from a person with history, completion and colours. What can be
 * completed is found without JLine ({@link org.fxd.shell.repl.Suggestions}); JLine's classes are
 * loaded when the first prompt is shown, so that a script never waits for them.
 */
package org.fxd.shell.repl;
