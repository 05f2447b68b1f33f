using System.Text.RegularExpressions;
using Mainstay.Formats.Tests;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;
using Mainstay.Web.Ui;

namespace Mainstay.Tests.Web.Ui;

public sealed partial class AvatarTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Who_has_a_photo_is_shown_by_it_on_every_page(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Store.SetPhoto(grace, PictureMaker.MakePhoto(), house.Clock, Stop);
        await house.Store.SetLayer(grace, Layer.Core, Stop);
        await using var site = await TestSite.Open(house);

        foreach (var page in Pages("Grace Hopper", grace))
            Assert.Contains($"src=\"/people/{grace}/photo?v=", await site.Page(page), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_has_none_has_the_hue_of_their_main_role_on_every_page(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var hue = $"{Initials.Hue("coach")}";
        var cast = new Dictionary<string, Guid>(); // several: by their ids they would have any of eight hues
        foreach (var name in new[] { "Alan Turing", "Annie Easley", "Dorothy Vaughan", "Mary Jackson" })
        {
            cast[name] = await house.Know(name, p => p with { Roles = [new("mentor", null, house.Today.AddDays(-1)), new("coach"), new("peer")] });
            await house.Store.SetLayer(cast[name], Layer.Core, Stop);
        }
        await using var site = await TestSite.Open(house);

        foreach (var (name, person) in cast)
            foreach (var page in Pages(name, person))
            {
                var hues = Avatars().Matches(await site.Page(page)).Where(a => a.Groups["letters"].Value == Initials.Of(name)).Select(a => $"{page}: {a.Groups["hue"].Value}").Distinct();
                Assert.Equal([$"{page}: {hue}"], hues);
            }
    }

    [Theory, OnBoth]
    public async Task Of_another_network_nothing_is_known(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Roles = [new("coach")] });
        var source = new AvatarQueries();

        var adas = await source.Of(house.Again(), [grace, Guid.CreateVersion7()], house.Today, Stop);

        Assert.Equal(new AvatarLook(null, "coach"), Assert.Single(adas).Value);
        Assert.Empty(await source.Of(house.Scope(Guid.CreateVersion7()), [grace], house.Today, Stop));
    }

    /// <summary>Where somebody of the innermost layer is shown.</summary>
    private static string[] Pages(string name, Guid person) => ["/people", $"/people/{person}", $"/search?q={Uri.EscapeDataString(name)}", "/layers", "/network"];

    [GeneratedRegex("""<span class="avatar[^"]*" data-hue="(?<hue>\d)"[^>]*>(?<letters>[^<]*)</span>""")]
    private static partial Regex Avatars();
}
