/** The same faults on Celery with RabbitMQ: a measurement of what it loses and doubles. */
package org.proteus.bench.chaos.celery;
