using Mainstay.Hosting;

namespace Mainstay.Insights;

public sealed class InsightsRoom : Room
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<NetworkQueries>();
}
