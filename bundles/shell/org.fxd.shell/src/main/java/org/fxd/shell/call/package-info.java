/**
 * From words to a command's answer: the commands there are, parsing by their specs, one call with
 * all it may ask for, the session that calls belong to, and what is said when one fails.
 */
package org.fxd.shell.call;
