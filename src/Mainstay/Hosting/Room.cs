using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Cli;
using Mainstay.Mcp;
using Mainstay.Web;

namespace Mainstay.Hosting;

/// <summary>A feature, and everything it offers to the rest of the house.</summary>
public abstract class Room
{
    /// <summary>Who was let into a network finds none of it.</summary>
    public bool IsOwnersOnly => GetType().IsDefined(typeof(OwnersOnlyAttribute), false);

    public virtual NavItem? Nav => null;

    /// <summary>What can be added from everywhere.</summary>
    public virtual IEnumerable<NavItem> Adds => [];

    /// <summary>Pages within its place that can be gone to from everywhere by typing their name.</summary>
    public virtual IEnumerable<NavItem> Shortcuts => [];

    /// <summary>What can be done with what was typed in a search: pages that take it as <c>q</c>.</summary>
    public virtual IEnumerable<NavItem> Questions => [];

    public virtual void AddServices(IServiceCollection services) { }

    public virtual void MapPages(IEndpointRouteBuilder pages) { }

    /// <summary>What programs can ask of the room.</summary>
    public virtual void MapApi(ApiRoutes api) { }

    public virtual IEnumerable<Command> Commands(Shell shell) => [];

    /// <summary>What assistants can do in the room.</summary>
    public virtual IEnumerable<Tool> Tools => [];

    /// <summary>Hangs options on commands of earlier rooms.</summary>
    public virtual void ExtendCommands(RootCommand root) { }

    /// <summary>Hangs commands of its own on those of earlier rooms.</summary>
    public virtual void ExtendCommands(RootCommand root, Shell shell) => ExtendCommands(root);

    /// <summary>What the room does once on every day of the owner's, at a store that looks at their space.</summary>
    public virtual Task EachDay(IServiceProvider services, DateOnly today, CancellationToken stop) => Task.CompletedTask;
}
