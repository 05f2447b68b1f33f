using Mainstay.Hosting;
using Mainstay.Storage;

namespace Mainstay.Styleguide;

/// <summary>For who works on Mainstay: every component in all its states. It is there in development only.</summary>
public sealed class StyleguideRoom : Room
{
    public override void MapPages(IEndpointRouteBuilder pages)
    {
        if (pages.ServiceProvider.GetRequiredService<Settings>().ForDevelopers) StyleguidePage.Map(pages);
    }
}
