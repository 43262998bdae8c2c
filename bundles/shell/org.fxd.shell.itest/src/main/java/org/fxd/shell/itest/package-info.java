/** The shell in the container, with the real services: the main job, help's examples, bad input. */
package org.fxd.shell.itest;
