using Mainstay.Archive;
using Mainstay.Hosting;
using Mainstay.People;

namespace Mainstay.Rhythm;

public sealed class RhythmRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPersonFacts, TieFactsQueries>()
        .AddSingleton<IPersonLeaves, LeavingActions>()
        .AddSingleton<IArchiveSection, TouchesArchive>()
        .AddSingleton<IArchiveSection, TiesArchive>()
        .AddSingleton<IArchiveSection, TasksArchive>()
        .AddSingleton<IArchiveSection, TempoArchive>();
}
