using System.Net;
using Mainstay.Formats.Tests;
using Mainstay.People;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.People;

public class PhotoApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_picture_is_set_read_removed_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var path = $"/api/people/{(await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop)).Id}/photo";
        await using var site = await TestSite.Open(house);

        Assert.Equal("There is no photo of this person.", (await site.Ask(path)).Is(HttpStatusCode.NotFound).Detail);
        Assert.Equal("There is no such person here.", (await site.Ask($"/api/people/{Guid.CreateVersion7()}/photo")).Is(HttpStatusCode.NotFound).Detail);
        (await site.Put(path, Picture(), ("If-Match", "*"), ("Content-Type", "image/jpeg"))).Fine();
        var seen = (await site.Ask(path)).Fine();
        using var shown = await site.Browser.GetAsync(path, Stop);
        var jpeg = await shown.Content.ReadAsByteArrayAsync(Stop);
        using var small = await site.Browser.GetAsync(path + "?size=small", Stop);

        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType?.MediaType);
        Assert.True(jpeg.AsSpan().IndexOf(PictureMaker.Text("51.5033")) < 0);
        Assert.True((await small.Content.ReadAsByteArrayAsync(Stop)).Length < jpeg.Length);
        (await site.Ask(path, ("If-None-Match", seen.Tag!))).Is(HttpStatusCode.NotModified);
        (await site.Delete(path, ("If-Match", "\"another\""))).Is(HttpStatusCode.PreconditionFailed);
        var removed = (await site.Delete(path, ("If-Match", seen.Tag!))).Fine();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);
        (await site.Put(path, Picture(), ("If-Match", seen.Tag!), ("Content-Type", "image/jpeg"))).Is(HttpStatusCode.PreconditionFailed);
        (await site.Hand($"/api/changes/{removed["change"]}/undo", null)).Is(HttpStatusCode.NoContent);
        (await site.Ask(path)).Fine();
        Assert.NotEmpty((await site.Ask(path + "?size=huge")).Wrong("size"));
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_is_said()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var path = $"/api/people/{(await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop)).Id}/photo";
        await using var site = await TestSite.Open(house);

        Assert.NotEmpty((await site.Put(path, new ByteArrayContent([1, 2, 3, 4]), ("Content-Type", "image/png"))).Wrong("photo"));
        Assert.Contains("image/png", (await site.Put(path, Picture(), ("Content-Type", "image/tiff"))).Is(HttpStatusCode.UnsupportedMediaType).Detail, StringComparison.Ordinal);
        (await site.Put(path, new ByteArrayContent(new byte[PersonCheck.LargestPhoto + 1]), ("Content-Type", "image/jpeg"))).Is(HttpStatusCode.RequestEntityTooLarge);
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);
    }

    private static ByteArrayContent Picture() => new(PictureMaker.MakePhoto());
}
