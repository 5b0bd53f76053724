/** The long-running processes: a coordinator with its server and local pool, and a worker. */
package org.proteus.cli.service;
