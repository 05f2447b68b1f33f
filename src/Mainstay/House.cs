using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Intake;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;

namespace Mainstay;

/// <summary>All rooms, in building order: a room may use only the rooms above it.</summary>
public static class House
{
    public static readonly IReadOnlyList<Room> Rooms =
    [
        new PeopleRoom(),
        new OrganizationsRoom(),
        new RhythmRoom(),
        new IntakeRoom(),
    ];

    /// <summary>Everything the rooms need, on this database and clock.</summary>
    public static IServiceCollection Furnish(Settings settings, TimeProvider clock)
    {
        var services = new ServiceCollection().AddStore(settings).AddSingleton(clock);
        foreach (var room in Rooms) room.AddServices(services);
        return services;
    }

    public static Task<int> Run(IReadOnlyList<string> args, Surroundings around, CancellationToken stop = default)
    {
        var shell = new Shell(around, Furnish);
        return shell.Run(Root(shell), args, stop);
    }

    private static RootCommand Root(Shell shell)
    {
        var root = new RootCommand("Mainstay: the people who hold you up") { Shell.Data, Shell.AsJson };
        foreach (var command in Rooms.SelectMany(r => r.Commands(shell))) root.Add(command);
        return root;
    }
}
