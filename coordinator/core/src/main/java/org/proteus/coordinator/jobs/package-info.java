/** What users do with jobs: checking requests, showing, cancelling and retrying. */
package org.proteus.coordinator.jobs;
