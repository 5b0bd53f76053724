/** Measurements, each with its baseline beside it. */
package org.proteus.bench;
