package org.proteus.cli.command;

import java.util.List;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobView;

/**
 * A job with what was not done and why, as {@code --json} prints it.
 *
 * @param job the job
 * @param failures elements that were refused or quarantined
 * @param decisions decisions on the number of workers
 */
record JobDetails(JobView job, List<ElementView> failures, List<Decision> decisions) {}
