/**
 * What stands around servers: images, compose and Kubernetes files, proxies, scripts and workflows.
 * All that names an endpoint of HTTP+SSE there is found; little of it is edited, because what a
 * health check or a proxy that is wrong does is seen only when it runs.
 */
package io.github.mcpmigrate.recipes.infrastructure;
