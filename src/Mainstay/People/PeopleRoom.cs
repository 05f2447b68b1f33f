using Mainstay.Hosting;
using Mainstay.Search;

namespace Mainstay.People;

public sealed class PeopleRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<ISearchSource, PeopleSearchSource>()
        .AddSingleton<ISearchPeople, PeopleSearchSource>();
}
