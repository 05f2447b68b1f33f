using Mainstay.Hosting;
using Mainstay.People;
using Mainstay.Search;

namespace Mainstay.Organizations;

public sealed class OrganizationsRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPersonFacts, OrganizationFactsQueries>()
        .AddSingleton<ISearchSource, OrganizationsSearchSource>();
}
