using Mainstay.Hosting;
using Mainstay.Organizations;
using Mainstay.People;

namespace Mainstay.Collaborations;

public sealed class CollaborationsRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IOrganizationRows, CollaborationsMerge>()
        .AddSingleton<IPersonLeaves, CollaborationChangesActions.Leaves>()
        .AddSingleton<IPutBack, CollaborationChangesActions.Back>()
        .AddSingleton<IPutBack, CollaborationChangesActions.BackAgain>();
}
