/**
 * What a person means in a project, and how it is shown: the node, the file or the snippet behind a
 * word ({@link org.fxd.shell.project.Meant}, {@link org.fxd.shell.project.ProjectPath}), the
 * selector behind a text, and what was found as a row and as data.
 */
package org.fxd.shell.project;
