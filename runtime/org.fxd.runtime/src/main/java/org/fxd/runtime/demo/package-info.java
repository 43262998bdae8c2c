/**
 * The demonstration, {@code fxd demo}: the main job on FXD's own sources, step by step. Every step
 * prints what it does and the command that a person would type, and runs exactly that through the
 * shell; only the last check, that the exported files equal what came in, is the demonstration's
 * own.
 */
package org.fxd.runtime.demo;
