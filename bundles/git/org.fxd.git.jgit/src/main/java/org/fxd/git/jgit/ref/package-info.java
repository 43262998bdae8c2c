/** Which references are wanted, by those who take histories in and who give them out. */
package org.fxd.git.jgit.ref;
