/**
 * The framework and what is put into it: where bundles come from, in which order they start, the
 * folder in which this process keeps its copy of the framework's state, and what a failure means in
 * words. Nothing here knows of the command line.
 */
package org.fxd.runtime.container;
