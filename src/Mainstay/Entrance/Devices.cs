using Mainstay.Accounts;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary>A browser as one says it.</summary>
internal static class Devices
{
    public static string InWords(this Session session) => new Device(session.Browser, session.System).InWords();

    public static string InWords(this Device device) => (device.Browser, device.System) switch
    {
        ("", "") => Speech.Say("Entrance.DeviceUnknown"),
        ("", var system) => Speech.Say("Entrance.DeviceOn", Speech.Say("Entrance.ABrowser"), system),
        (var browser, "") => browser,
        var (browser, system) => Speech.Say("Entrance.DeviceOn", browser, system),
    };
}
