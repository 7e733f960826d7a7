namespace FieldKit.Presentation.Settings;

/// <summary>How the app gets on the home screen of this device.</summary>
public enum InstallWay
{
    /// <summary>It is there, and this is it.</summary>
    Installed,

    /// <summary>The platform asks the person itself.</summary>
    Ask,

    /// <summary>Through the share sheet of an iPhone or iPad.</summary>
    Apple,

    /// <summary>Through the menu of Safari on a Mac.</summary>
    Mac,

    /// <summary>Through the menu of Firefox on a phone.</summary>
    Firefox,

    /// <summary>Through the menu of another browser.</summary>
    Menu,

    /// <summary>This browser cannot.</summary>
    None,
}
