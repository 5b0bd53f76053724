/**
 * Settings: the shipped YAML file, the operator's file on top of it, environment variables on top
 * of both. The shipped file names every key, so what it does not name is unknown.
 */
package org.proteus.cli.config;
