using System.CommandLine;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Organizations;
using Mainstay.People;

namespace Mainstay.Memberships;

public sealed class MembershipsRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IOrganizationRows, MembershipsMerge>()
        .AddSingleton<IPutBack, MembershipChangesActions.Back>()
        .AddSingleton<IPutBack, MembershipChangesActions.BackAgain>()
        .AddSingleton<IArchiveSection, MembershipsArchive>()
        .AddSingleton<IArchiveSection, MembershipNeedsArchive>();

    public override void MapApi(ApiRoutes api) => MembershipsApi.Map(api);

    public override void ExtendCommands(RootCommand root, Shell shell) => MembershipsCli.ExtendCommands(root, shell);
}
