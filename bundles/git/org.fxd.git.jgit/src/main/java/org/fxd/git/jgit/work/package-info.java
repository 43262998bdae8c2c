/** Work on several cores, and on stacks that are deep enough for it. */
package org.fxd.git.jgit.work;
