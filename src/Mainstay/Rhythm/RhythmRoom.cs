using Mainstay.Hosting;
using Mainstay.People;
using Mainstay.Search;

namespace Mainstay.Rhythm;

public sealed class RhythmRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPersonFacts, TieFactsQueries>()
        .AddSingleton<IPersonLeaves, LeavingActions>()
        .AddSingleton<ISearchSource, TouchesSearchSource>()
        .AddSingleton<ISearchSource, TasksSearchSource>();
}
