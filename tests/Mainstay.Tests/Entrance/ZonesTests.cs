using Mainstay.Entrance;

namespace Mainstay.Tests.Entrance;

public class ZonesTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/UTC")]
    [InlineData("Europe/Lisbon")]
    public void The_zone_of_the_world_stands_once_in_the_list_and_what_is_chosen_too(string chosen)
    {
        var all = Zones.All(chosen).ToList();

        Assert.Single(all, z => z.Text == "UTC");
        Assert.DoesNotContain(all, z => z.Text.StartsWith("Etc", StringComparison.Ordinal));
        Assert.Single(all, z => z.Value == chosen);
    }

    [Fact]
    public void A_zone_that_only_this_account_has_is_kept_in_the_list() => Assert.Contains(("Etc/GMT+5", "Etc: GMT+5"), Zones.All("Etc/GMT+5"));
}
