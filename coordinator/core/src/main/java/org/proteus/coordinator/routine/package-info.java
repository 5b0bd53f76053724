/** What a coordinator does again and again, by itself. */
package org.proteus.coordinator.routine;
