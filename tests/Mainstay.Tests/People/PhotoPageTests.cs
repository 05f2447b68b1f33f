using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Mainstay.Formats.Tests;
using Mainstay.People;

namespace Mainstay.Tests.People;

public partial class PhotoPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task An_upload_is_shown_to_the_owner_and_kept_by_their_browser_alone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var kept = await Upload(site, grace.Id, PictureMaker.MakePhoto());
        var page = await site.Page(kept.Headers.Location!.OriginalString);
        var address = Address().Match(page).Groups[1].Value;
        using var shown = await site.Browser.GetAsync(address, Stop);
        var jpeg = await shown.Content.ReadAsByteArrayAsync(Stop);

        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal("private, max-age=31536000, immutable", string.Join(", ", shown.Headers.GetValues("Cache-Control")).Replace("max-age=31536000, private, immutable", "private, max-age=31536000, immutable", StringComparison.Ordinal));
        Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(jpeg.AsSpan().IndexOf(PictureMaker.Text("51.5033")) < 0);
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/people/{grace.Id}/photo") { Headers = { IfNoneMatch = { shown.Headers.ETag! } } };
        using var same = await site.Browser.SendAsync(ask, Stop);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Contains("no-cache", same.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_photo_is_removed_and_comes_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.SetPhoto(grace.Id, PictureMaker.MakePhoto(), house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var removed = await site.Post($"/people/{grace.Id}?edit=photo", $"/people/{grace.Id}/photo/remove");
        var after = removed.Headers.Location!.OriginalString;
        Assert.DoesNotMatch(Address(), await site.Page(after));
        using var gone = await site.Browser.GetAsync($"/people/{grace.Id}/photo", Stop);
        var undo = Undo().Match(await site.Page(after)).Groups[1].Value;
        using var back = await site.Post(after, undo);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.SeeOther), (gone.StatusCode, back.StatusCode));
        Assert.Matches(Address(), await site.Page($"/people/{grace.Id}"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_picture_stands_beside_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var none = await Upload(site, grace.Id, []);
        using var words = await Upload(site, grace.Id, PictureMaker.Text("not a picture"));
        using var large = await Upload(site, grace.Id, new byte[PersonCheck.LargestPhoto + 1]);

        Assert.All([none, words, large], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        Assert.Contains("Choose a picture first.", await none.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", await words.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("10 MB at most", await large.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bobs_photo_is_not_there()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var bob = await house.Bob();
        var secret = await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop);
        await bob.SetPhoto(secret.Id, PictureMaker.MakePhoto(), house.Clock, Stop);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var shown = await site.Browser.GetAsync($"/people/{secret.Id}/photo", Stop);
        using var sent = await Upload(site, secret.Id, PictureMaker.MakePhoto(), grace.Id);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, sent.StatusCode));
    }

    [Fact]
    public async Task The_command_line_gives_and_takes_a_photo()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Type("person", "add", "Grace Hopper");
        var file = Path.Combine(house.Settings.Data, "grace.jpg");
        await File.WriteAllBytesAsync(file, PictureMaker.MakePhoto(), Stop);

        Assert.Contains("Grace Hopper", (await house.Type("photo", "Grace", file)).Fine().Out, StringComparison.Ordinal);
        Assert.Equal("image/jpeg", (await house.Type("person", "Grace", "--json")).Json.GetProperty("photo").GetProperty("mediaType").GetString());
        (await house.Type("photo", "Grace", "--remove")).Fine();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await house.Type("person", "Grace", "--json")).Json.GetProperty("photo").ValueKind);
        Assert.Equal(2, (await house.Type("photo", "Grace")).Code);
        Assert.Equal(1, (await house.Type("photo", "Grace", file + ".missing")).Code);
        await File.WriteAllTextAsync(file, "words", Stop);
        Assert.Equal(2, (await house.Type("photo", "Grace", file)).Code);
    }

    private static async Task<HttpResponseMessage> Upload(TestSite site, Guid person, byte[] picture, Guid? from = null)
    {
        var hidden = TestSite.Form(await site.Page($"/people/{from ?? person}?edit=photo"), $"/people/{from ?? person}/photo");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in hidden) form.Add(new StringContent(value), name);
        var file = new ByteArrayContent(picture);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(file, "photo", "grace.jpg");
        return await site.Browser.PostAsync($"/people/{person}/photo", form, Stop);
    }

    [GeneratedRegex("<img[^>]* src=\"(/people/[^\"]*/photo[^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex("action=\"(/changes/[^\"]*/undo)\"")]
    private static partial Regex Undo();
}
