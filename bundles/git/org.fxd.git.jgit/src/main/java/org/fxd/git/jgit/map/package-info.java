/** Which commit of Git is which of a project, kept in the index of its store. */
package org.fxd.git.jgit.map;
