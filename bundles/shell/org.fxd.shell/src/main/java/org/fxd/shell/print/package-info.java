/**
 * What a person or a program gets to see: text with styles and aligned tables, JSON, and a line of
 * progress. Answers go to one output, all else to the other; text never carries a control character
 * of its own.
 */
package org.fxd.shell.print;
