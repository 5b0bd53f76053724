package org.proteus.coordinator.store;

import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.ContentType;

/** Statements that end leases without a result; the caller has locked the task. */
public final class TaskReturns {

    private TaskReturns() {}

    /** Lets a task wait for its next lease. */
    public static void await(Handle handle, TaskRow task, long delayMillis) {
        handle.createUpdate(
                        """
                        update task set state = 'WAITING', lane = :lane, worker = null,
                          not_before = :delay + %s, failures = :failures, losses = :losses,
                          alone_losses = :aloneLosses, alone = :alone, failed = :failed,
                          stored_token = 0, temporary_name = ''
                        where job = :job and seq = :seq and n = :n
                        """
                                .formatted(Database.NOW))
                .bind("lane", Lane.of(task.alone(), task.needs()))
                .bind("delay", delayMillis)
                .bind("failures", task.failures())
                .bind("losses", task.losses())
                .bind("aloneLosses", task.aloneLosses())
                .bind("alone", task.alone())
                .bind("failed", Json.text(task.failed()))
                .bind("job", task.id().job())
                .bind("seq", task.id().seq())
                .bind("n", task.id().n())
                .execute();
    }

    /** Lets a committed task wait for somebody to publish it. */
    public static void awaitPublisher(Handle handle, TaskRow task, long delayMillis) {
        handle.createUpdate(
                        """
                        update task set lane = '^', worker = null, not_before = :delay + %s,
                          failures = :failures, losses = :losses
                        where job = :job and seq = :seq and n = :n
                        """
                                .formatted(Database.NOW))
                .bind("delay", delayMillis)
                .bind("failures", task.failures())
                .bind("losses", task.losses())
                .bind("job", task.id().job())
                .bind("seq", task.id().seq())
                .bind("n", task.id().n())
                .execute();
    }

    /** Ends a task without a result. */
    public static void drop(Handle handle, TaskRow task) {
        handle.createUpdate(
                        """
                        update task set state = 'DROPPED', lane = '', worker = null,
                          failures = :failures, losses = :losses, alone_losses = :aloneLosses,
                          failed = :failed
                        where job = :job and seq = :seq and n = :n
                        """)
                .bind("failures", task.failures())
                .bind("losses", task.losses())
                .bind("aloneLosses", task.aloneLosses())
                .bind("failed", Json.text(task.failed()))
                .bind("job", task.id().job())
                .bind("seq", task.id().seq())
                .bind("n", task.id().n())
                .execute();
    }

    /** Keeps the type of a leased object and the programs that its plan needs. */
    public static void needs(Handle handle, TaskId id, long token, ContentType type, String needs) {
        handle.createUpdate(
                        """
                        update task set type_known = :type, needs = :needs
                        where job = :job and seq = :seq and n = :n and token = :token
                        """)
                .bind("type", type.toString())
                .bind("needs", needs)
                .bind("job", id.job())
                .bind("seq", id.seq())
                .bind("n", id.n())
                .bind("token", token)
                .execute();
    }
}
