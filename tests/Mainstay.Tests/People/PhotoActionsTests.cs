using Mainstay.Formats.Tests;
using Mainstay.People;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Mainstay.Tests.People;

public class PhotoActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Of_a_picture_only_what_was_painted_anew_is_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);

        await house.Store.SetPhoto(grace.Id, PictureMaker.MakePhoto(), house.Clock, Stop);

        var (photo, face) = (await house.Again().Photos.SingleAsync(Stop), await house.Store.Faces.SingleAsync(Stop));
        Assert.Equal("image/jpeg", photo.MediaType);
        Assert.All([photo.Bytes, face.Large, face.Small], bytes => Assert.True(bytes.AsSpan().IndexOf(PictureMaker.Text("51.5033")) < 0));
        Assert.Equal(2, (await house.Store.PersonOf(grace.Id, Stop)).Revision);
    }

    [Theory, OnBoth]
    public async Task A_picture_is_taken_away_and_taken_back_as_long_as_nothing_came_after(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var rooms = house.Services.GetServices<IPutBack>().ToList();
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        var first = await house.Store.SetPhoto(grace.Id, PictureMaker.MakePhoto(), house.Clock, Stop);
        var shown = await house.Again().PhotoToShow(grace.Id, true, Stop);

        var removed = await house.Again().SetPhoto(grace.Id, null, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => house.Again().PhotoToShow(grace.Id, true, Stop));
        await house.Again().TakeBack(removed!.Value, rooms, house.Clock, Stop);
        await house.Again().TakeBack(removed.Value, rooms, house.Clock, Stop); // twice is once

        var again = await house.Again().PhotoToShow(grace.Id, true, Stop);
        Assert.Equal(shown.Hash, again.Hash);
        await house.Again().SetPhoto(grace.Id, PictureMaker.Make(SKEncodedImageFormat.Png, 40, 40), house.Clock, Stop);
        var late = await Assert.ThrowsAsync<Conflict>(() => house.Again().TakeBack(first!.Value, rooms, house.Clock, Stop));
        Assert.Equal("People.ChangedSince", late.Reason.Key);
    }

    [Theory, OnBoth]
    public async Task Nothing_to_take_away_is_no_change(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);

        Assert.Null(await house.Store.SetPhoto(grace.Id, null, house.Clock, Stop));
        Assert.NotNull(await house.Store.SetPhoto(grace.Id, PictureMaker.MakePhoto(), house.Clock, Stop));
        Assert.Null(await house.Again().SetPhoto(grace.Id, PictureMaker.MakePhoto(), house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task The_picture_of_an_imported_card_stays_as_it_was_given_and_is_shown_painted_anew(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var given = PictureMaker.MakePhoto();
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", Photo = new("image/jpeg", given) }, house.Clock, Stop);

        var shown = await house.Again().PhotoToShow(grace.Id, false, Stop);

        Assert.Equal(given, (await house.Again().Photos.SingleAsync(Stop)).Bytes);
        Assert.True(shown.Jpeg.AsSpan().IndexOf(PictureMaker.Text("51.5033")) < 0);
        Assert.Equal(shown.Jpeg, (await house.Again().PhotoToShow(grace.Id, false, Stop)).Jpeg);
    }

    [Theory, OnBoth]
    public async Task A_damaged_picture_is_tried_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        byte[] damaged = [.. PictureMaker.MakePhoto(), .. Enumerable.Repeat<byte[]>([0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0], 100).SelectMany(b => b)];
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", Photo = new("image/jpeg", damaged) }, house.Clock, Stop);
        Assert.NotNull(grace.PhotoHash);

        await Assert.ThrowsAsync<NotFound>(() => house.Again().PhotoToShow(grace.Id, false, Stop));

        Assert.Null((await house.Again().PersonOf(grace.Id, Stop)).PhotoHash);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_with_a_reason()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);

        Assert.Equal("People.PictureUnknownKind", await Why(PictureMaker.Text("<svg onload=alert(1)>")));
        Assert.Equal("People.PictureTooManyPixels", await Why(PictureMaker.PngThatClaims(60_000, 60_000)));
        Assert.Equal("People.PhotoTooLarge", await Why(new byte[PersonCheck.LargestPhoto + 1]));
        Assert.Empty(await house.Again().Photos.ToListAsync(Stop));

        async Task<string> Why(byte[] picture) => (await Assert.ThrowsAsync<Mistaken>(() => house.Again().SetPhoto(grace.Id, picture, house.Clock, Stop))).Problems.Of("photo")!.Key;
    }

    [Theory, OnBoth]
    public async Task Bobs_pictures_are_not_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop);
        var change = await bob.SetPhoto(secret.Id, PictureMaker.MakePhoto(), house.Clock, Stop);

        await Assert.ThrowsAsync<NotFound>(() => house.Store.PhotoToShow(secret.Id, true, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.SetPhoto(secret.Id, null, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.TakeBack(change!.Value, house.Services.GetServices<IPutBack>(), house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task How_things_were_is_forgotten_after_thirty_days(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.SetPhoto(grace.Id, PictureMaker.MakePhoto(), house.Clock, Stop);

        house.Clock.MoveTo(house.Today.AddDays(30));
        Assert.Equal(0, await house.Again().ForgetFormers(house.Clock, Stop));
        house.Clock.MoveTo(house.Today.AddDays(1));
        Assert.Equal(1, await house.Again().ForgetFormers(house.Clock, Stop));
    }
}
