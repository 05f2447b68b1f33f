using Mainstay.Hosting;

namespace Mainstay.Insights;

public sealed class InsightsRoom : Room
{
}
