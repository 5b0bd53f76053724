/**
 * Detects content types by content, knows their aliases and their hierarchy.
 */
package org.proteus.foundation.content;
