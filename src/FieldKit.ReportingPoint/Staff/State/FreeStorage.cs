using FieldKit.ReportingPoint.Storage;

namespace FieldKit.ReportingPoint.Staff.State;

/// <summary>The disk that the data folder is on.</summary>
internal sealed class FreeStorage(DataFolder folder)
{
    public bool IsLow
    {
        get
        {
            var disk = new DriveInfo(folder.Path);
            return IsLittle(disk.AvailableFreeSpace, disk.TotalSize);
        }
    }

    /// <summary>Less than a tenth.</summary>
    public static bool IsLittle(long free, long total) => free < total / 10;
}
