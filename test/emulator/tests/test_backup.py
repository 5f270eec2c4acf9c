"""Backup."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import CloudTest


class BackupTest(CloudTest):
    """Vaults, plans and selections."""

    def setUp(self) -> None:
        self.backup = self.client("backup")

    def vault(self, name: str) -> str:
        self.backup.create_backup_vault(BackupVaultName=name)
        return name

    def plan(self, name: str, vault: str, **more: Any) -> str:
        rule = {"RuleName": "daily", "TargetBackupVaultName": vault, "Lifecycle": {"DeleteAfterDays": 35}, **more}
        made: str = self.backup.create_backup_plan(BackupPlan={"BackupPlanName": name, "Rules": [rule]})["BackupPlanId"]
        return made

    def test_a_vault_has_notifications_and_a_policy(self) -> None:
        self.vault("told")
        self.backup.put_backup_vault_notifications(
            BackupVaultName="told", SNSTopicArn="arn:aws:sns:x", BackupVaultEvents=["COPY_JOB_FAILED"]
        )
        self.backup.put_backup_vault_access_policy(BackupVaultName="told", Policy="{}")
        self.assertEqual(
            self.backup.get_backup_vault_notifications(BackupVaultName="told")["BackupVaultEvents"], ["COPY_JOB_FAILED"]
        )
        self.assertEqual(self.backup.get_backup_vault_access_policy(BackupVaultName="told")["Policy"], "{}")
        self.backup.delete_backup_vault_notifications(BackupVaultName="told")
        self.backup.delete_backup_vault_access_policy(BackupVaultName="told")
        for ask in (self.backup.get_backup_vault_notifications, self.backup.get_backup_vault_access_policy):
            with self.refused("ResourceNotFoundException"):
                ask(BackupVaultName="told")
        self.assertEqual(self.backup.list_recovery_points_by_backup_vault(BackupVaultName="told")["RecoveryPoints"], [])

    def test_a_vault_has_its_tags(self) -> None:
        made = self.backup.create_backup_vault(BackupVaultName="tagged", BackupVaultTags={"Name": "tagged"})
        self.assertEqual(self.backup.list_tags(ResourceArn=made["BackupVaultArn"])["Tags"], {"Name": "tagged"})
        self.assertEqual(self.backup.list_tags(ResourceArn=made["BackupVaultArn"] + "x")["Tags"], {})

    def test_an_unknown_vault_is_refused(self) -> None:
        for ask in (
            self.backup.get_backup_vault_notifications,
            self.backup.get_backup_vault_access_policy,
            self.backup.delete_backup_vault_notifications,
            self.backup.delete_backup_vault_access_policy,
            self.backup.list_recovery_points_by_backup_vault,
            self.backup.delete_backup_vault,
        ):
            with self.refused("ResourceNotFoundException"):
                ask(BackupVaultName="none")

    def test_a_plan_is_changed_and_goes_after_its_selections(self) -> None:
        self.vault("planned")
        plan = self.plan("daily", "planned")
        rule = {"RuleName": "daily", "TargetBackupVaultName": "planned", "ScheduleExpression": "cron(0 4 ? * * *)"}
        self.backup.update_backup_plan(BackupPlanId=plan, BackupPlan={"BackupPlanName": "daily", "Rules": [rule]})
        [found] = self.backup.get_backup_plan(BackupPlanId=plan)["BackupPlan"]["Rules"]
        self.assertEqual(found["ScheduleExpression"], "cron(0 4 ? * * *)")
        selection = {"SelectionName": "tagged", "IamRoleArn": self.role("backs-up")}
        number = self.backup.create_backup_selection(BackupPlanId=plan, BackupSelection=selection)["SelectionId"]
        self.assertEqual(
            self.backup.get_backup_selection(BackupPlanId=plan, SelectionId=number)["BackupSelection"]["SelectionName"],
            "tagged",
        )
        self.assertEqual(len(self.backup.list_backup_selections(BackupPlanId=plan)["BackupSelectionsList"]), 1)
        with self.refused("InvalidRequestException"):
            self.backup.delete_backup_plan(BackupPlanId=plan)
        self.backup.delete_backup_selection(BackupPlanId=plan, SelectionId=number)
        with self.refused("ResourceNotFoundException"):
            self.backup.get_backup_selection(BackupPlanId=plan, SelectionId=number)
        self.backup.delete_backup_plan(BackupPlanId=plan)
        for ask in (
            lambda: self.backup.get_backup_plan(BackupPlanId=plan),
            lambda: self.backup.delete_backup_plan(BackupPlanId=plan),
        ):
            with self.refused("ResourceNotFoundException"):
                ask()

    def test_a_plan_into_an_unknown_vault_is_refused(self) -> None:
        with self.refused("InvalidParameterValueException"):
            self.plan("lost", "none")

    def test_backups_cannot_leave_cold_storage_early(self) -> None:
        self.vault("cold")
        with self.refused("InvalidParameterValueException"):
            self.plan("cold", "cold", Lifecycle={"MoveToColdStorageAfterDays": 30, "DeleteAfterDays": 60})

    def test_a_selection_by_an_unknown_role_is_refused(self) -> None:
        self.vault("unowned")
        plan = self.plan("unowned", "unowned")
        with self.refused("InvalidParameterValueException"):
            self.backup.create_backup_selection(
                BackupPlanId=plan, BackupSelection={"SelectionName": "x", "IamRoleArn": "arn:aws:iam::1:role/none"}
            )


class RestoreTestsTest(CloudTest):
    """Plans that test restores."""

    POINTS = {"Algorithm": "LATEST_WITHIN_WINDOW", "IncludeVaults": ["*"], "RecoveryPointTypes": ["SNAPSHOT"]}

    def setUp(self) -> None:
        self.backup = self.client("backup")

    def plan(self, name: str) -> str:
        self.backup.create_restore_testing_plan(
            RestoreTestingPlan={
                "RestoreTestingPlanName": name,
                "RecoveryPointSelection": self.POINTS,
                "ScheduleExpression": "cron(0 5 ? * SUN *)",
            }
        )
        return name

    def select(self, plan: str, name: str, role: str, **more: Any) -> None:
        selection = {
            "RestoreTestingSelectionName": name,
            "ProtectedResourceType": "S3",
            "IamRoleArn": role,
            "ProtectedResourceArns": ["*"],
            **more,
        }
        self.backup.create_restore_testing_selection(RestoreTestingPlanName=plan, RestoreTestingSelection=selection)

    def test_a_plan_is_read_back_with_its_defaults_and_changed(self) -> None:
        self.plan("weekly")
        found = self.backup.get_restore_testing_plan(RestoreTestingPlanName="weekly")["RestoreTestingPlan"]
        self.assertEqual((found["StartWindowHours"], found["ScheduleExpressionTimezone"]), (24, "Etc/UTC"))
        self.backup.update_restore_testing_plan(
            RestoreTestingPlanName="weekly", RestoreTestingPlan={"StartWindowHours": 5}
        )
        self.assertEqual(
            self.backup.get_restore_testing_plan(RestoreTestingPlanName="weekly")["RestoreTestingPlan"][
                "StartWindowHours"
            ],
            5,
        )

    def test_a_plan_goes_after_its_selections(self) -> None:
        self.plan("full")
        self.select("full", "S3", self.role("restores"))
        with self.refused("InvalidRequestException"):
            self.backup.delete_restore_testing_plan(RestoreTestingPlanName="full")
        named = {"RestoreTestingPlanName": "full", "RestoreTestingSelectionName": "S3"}
        self.backup.update_restore_testing_selection(**named, RestoreTestingSelection={"ValidationWindowHours": 2})
        self.assertEqual(
            self.backup.get_restore_testing_selection(**named)["RestoreTestingSelection"]["ValidationWindowHours"], 2
        )
        self.backup.delete_restore_testing_selection(**named)
        with self.refused("ResourceNotFoundException"):
            self.backup.get_restore_testing_selection(**named)
        self.backup.delete_restore_testing_plan(RestoreTestingPlanName="full")
        with self.refused("ResourceNotFoundException"):
            self.backup.get_restore_testing_plan(RestoreTestingPlanName="full")

    def test_a_name_with_a_hyphen_is_refused(self) -> None:
        with self.refused("InvalidParameterValueException"):
            self.plan("week-ly")

    def test_a_selection_of_nothing_or_of_an_unknown_plan_is_refused(self) -> None:
        self.plan("empty")
        role = self.role("restores-nothing")
        with self.refused("InvalidParameterValueException"):
            self.select("empty", "none", role, ProtectedResourceArns=[])
        with self.refused("ResourceNotFoundException"):
            self.select("none", "none", role)


if __name__ == "__main__":
    unittest.main()
